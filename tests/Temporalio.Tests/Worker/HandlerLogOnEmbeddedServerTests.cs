using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Worker;

[Collection(EmbeddedServerCollection.Name)]
public sealed class HandlerLogOnEmbeddedServerTests(EmbeddedServerFixture server) : HandlerLogContract(server);
