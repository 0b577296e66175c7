using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Worker;

[Collection(RealServerCollection.Name)]
public sealed class UpdateTaskOnRealServerTests(RealServer server) : UpdateTaskContract(server);
