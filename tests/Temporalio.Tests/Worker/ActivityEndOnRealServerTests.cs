using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Worker;

[Collection(RealServerCollection.Name)]
public sealed class ActivityEndOnRealServerTests(RealServer server) : ActivityEndContract(server);
