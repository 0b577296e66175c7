using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Client;

[Collection(RealServerCollection.Name)]
public sealed class UpdateCallOnRealServerTests(RealServer server) : UpdateCallContract(server);
