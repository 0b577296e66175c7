using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Worker;

[Collection(RealServerCollection.Name)]
public sealed class ShutdownOnRealServerTests(RealServer server) : ShutdownContract(server);
