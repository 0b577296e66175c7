using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Client;

[Collection(RealServerCollection.Name)]
public sealed class WorkflowCallOnRealServerTests(RealServer server) : WorkflowCallContract(server);
