using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Worker;

[Collection(RealServerCollection.Name)]
public sealed class CodecOnRealServerTests(RealServer server) : CodecContract(server);
