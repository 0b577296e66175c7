using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Worker;

[Collection(RealServerCollection.Name)]
public sealed class GreetingOnRealServerTests(RealServer server) : GreetingContract(server);
