using Temporalio.Tests.Servers;

namespace Gauntlet.Conformance.Tests.TypeScript;

public sealed class TypeScriptOnEmbeddedServerTests(EmbeddedServerFixture server) : TypeScriptContract(server), IClassFixture<EmbeddedServerFixture>;
