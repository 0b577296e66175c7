using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Client;

[Collection(EmbeddedServerCollection.Name)]
public sealed class WorkflowCallOnEmbeddedServerTests(EmbeddedServerFixture server) : WorkflowCallContract(server);
