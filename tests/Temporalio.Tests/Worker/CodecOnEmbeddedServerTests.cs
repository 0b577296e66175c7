using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Worker;

[Collection(EmbeddedServerCollection.Name)]
public sealed class CodecOnEmbeddedServerTests(EmbeddedServerFixture server) : CodecContract(server);
