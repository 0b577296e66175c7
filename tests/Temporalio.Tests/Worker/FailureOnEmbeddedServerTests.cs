using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Worker;

[Collection(EmbeddedServerCollection.Name)]
public sealed class FailureOnEmbeddedServerTests(EmbeddedServerFixture server) : FailureContract(server);
