using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Worker;

[Collection(EmbeddedServerCollection.Name)]
public sealed class ActivityOnEmbeddedServerTests(EmbeddedServerFixture server) : ActivityContract(server);
