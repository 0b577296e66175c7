using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Worker;

[Collection(RealServerCollection.Name)]
public sealed class FlowOnRealServerTests(RealServer server) : FlowContract(server);
