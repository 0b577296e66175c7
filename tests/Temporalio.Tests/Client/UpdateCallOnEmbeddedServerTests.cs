using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Client;

[Collection(EmbeddedServerCollection.Name)]
public sealed class UpdateCallOnEmbeddedServerTests(EmbeddedServerFixture server) : UpdateCallContract(server);
