using Temporalio.Tests.Servers;

namespace Gauntlet.Conformance.Tests.Behaviours;

public sealed class BehaviourOnEmbeddedServerTests(EmbeddedServerFixture server, BehaviourResults results)
    : BehaviourContract(server, results), IClassFixture<EmbeddedServerFixture>, IClassFixture<BehaviourResults>;
