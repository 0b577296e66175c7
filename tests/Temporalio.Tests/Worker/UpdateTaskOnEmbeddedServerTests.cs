using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Worker;

[Collection(EmbeddedServerCollection.Name)]
public sealed class UpdateTaskOnEmbeddedServerTests(EmbeddedServerFixture server) : UpdateTaskContract(server);
