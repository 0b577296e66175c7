using Gauntlet.Temporal.Server.Matching;

namespace Gauntlet.Temporal.Server.Versioning;

/// <summary>Takes note of workers that have a version.</summary>
internal interface IWorkerVersions
{
    /// <summary>A worker of a version polls a queue: both are known from then on, and cannot be lost.</summary>
    /// <exception cref="Gauntlet.Temporal.Grpc.GrpcException">There are too many already.</exception>
    ValueTask RegisterAsync(QueueKey queue, WorkerVersion version);
}
