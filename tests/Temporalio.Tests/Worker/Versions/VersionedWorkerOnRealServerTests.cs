using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Worker.Versions;

[Collection(RealServerCollection.Name)]
public sealed class VersionedWorkerOnRealServerTests(RealServer server) : VersionedWorkerContract(server);
