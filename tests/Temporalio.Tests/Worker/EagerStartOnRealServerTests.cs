using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Worker;

[Collection(RealServerCollection.Name)]
public sealed class EagerStartOnRealServerTests(RealServer server) : EagerStartContract(server);
