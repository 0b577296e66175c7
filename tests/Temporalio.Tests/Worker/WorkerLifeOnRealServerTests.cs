using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Worker;

[Collection(RealServerCollection.Name)]
public sealed class WorkerLifeOnRealServerTests(RealServer server) : WorkerLifeContract(server);
