using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Worker;

[Collection(EmbeddedServerCollection.Name)]
public sealed class MessageOnEmbeddedServerTests(EmbeddedServerFixture server) : MessageContract(server);
