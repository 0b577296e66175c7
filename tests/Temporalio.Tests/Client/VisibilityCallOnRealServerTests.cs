using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Client;

[Collection(RealServerCollection.Name)]
public sealed class VisibilityCallOnRealServerTests(RealServer server) : VisibilityCallContract(server);
