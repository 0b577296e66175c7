using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Worker;

[Collection(EmbeddedServerCollection.Name)]
public sealed class ActivityEndOnEmbeddedServerTests(EmbeddedServerFixture server) : ActivityEndContract(server);
