using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Worker;

[Collection(RealServerCollection.Name)]
public sealed class MessageOnRealServerTests(RealServer server) : MessageContract(server);
