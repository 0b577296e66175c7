using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Worker;

[Collection(EmbeddedServerCollection.Name)]
public sealed class GreetingOnEmbeddedServerTests(EmbeddedServerFixture server) : GreetingContract(server);
