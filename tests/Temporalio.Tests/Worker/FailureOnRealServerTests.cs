using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Worker;

[Collection(RealServerCollection.Name)]
public sealed class FailureOnRealServerTests(RealServer server) : FailureContract(server);
