using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Worker;

[Collection(EmbeddedServerCollection.Name)]
public sealed class FlowOnEmbeddedServerTests(EmbeddedServerFixture server) : FlowContract(server);
