using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Worker;

[Collection(RealServerCollection.Name)]
public sealed class ActivityOnRealServerTests(RealServer server) : ActivityContract(server);
