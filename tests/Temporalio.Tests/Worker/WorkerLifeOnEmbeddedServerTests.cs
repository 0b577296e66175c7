using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Worker;

[Collection(EmbeddedServerCollection.Name)]
public sealed class WorkerLifeOnEmbeddedServerTests(EmbeddedServerFixture server) : WorkerLifeContract(server);
