using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Client;

[Collection(RealServerCollection.Name)]
public sealed class AsyncActivityCallOnRealServerTests(RealServer server) : AsyncActivityCallContract(server);
