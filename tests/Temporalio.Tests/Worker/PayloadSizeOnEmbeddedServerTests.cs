using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Worker;

[Collection(EmbeddedServerCollection.Name)]
public sealed class PayloadSizeOnEmbeddedServerTests(EmbeddedServerFixture server) : PayloadSizeContract(server);
