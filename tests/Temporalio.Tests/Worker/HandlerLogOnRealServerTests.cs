using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Worker;

[Collection(RealServerCollection.Name)]
public sealed class HandlerLogOnRealServerTests(RealServer server) : HandlerLogContract(server);
