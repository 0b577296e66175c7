using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Client;

[Collection(RealServerCollection.Name)]
public sealed class ScheduleCallOnRealServerTests(RealServer server) : ScheduleCallContract(server);
