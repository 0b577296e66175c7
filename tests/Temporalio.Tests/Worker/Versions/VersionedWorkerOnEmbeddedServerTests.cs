using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Worker.Versions;

[Collection(EmbeddedServerCollection.Name)]
public sealed class VersionedWorkerOnEmbeddedServerTests(EmbeddedServerFixture server) : VersionedWorkerContract(server);
