using Temporalio.Tests.Servers;

namespace Gauntlet.Conformance.Tests.TypeScript;

public sealed class TypeScriptOnRealServerTests(RealServer server) : TypeScriptContract(server), IClassFixture<RealServer>;
