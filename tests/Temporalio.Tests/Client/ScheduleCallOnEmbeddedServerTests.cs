using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Client;

[Collection(EmbeddedServerCollection.Name)]
public sealed class ScheduleCallOnEmbeddedServerTests(EmbeddedServerFixture server) : ScheduleCallContract(server);
