using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Worker;

[Collection(RealServerCollection.Name)]
public sealed class PayloadSizeOnRealServerTests(RealServer server) : PayloadSizeContract(server);
