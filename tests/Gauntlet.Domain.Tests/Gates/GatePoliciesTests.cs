using Gauntlet.Domain.Gates;
using Gauntlet.Domain.Gates.Policies;
using Gauntlet.Domain.Input;

namespace Gauntlet.Domain.Tests.Gates;

public class GatePoliciesTests
{
    [Fact]
    public void Ids_BuiltIn_AreRigorousAndClassic() => GatePolicies.Ids.ShouldBe(["classic@1", "rigorous@1"]);

    [Fact]
    public void Find_Default_AsksForInference()
    {
        var policy = GatePolicies.Find(GatePolicies.Default);
        policy.Id.ShouldBe("rigorous@1");
        policy.Gate1.MinimumDeflatedSharpe.ShouldBe(0.95);
        policy.Gate2.Scenarios.Total.ShouldBe(200);
        policy.Gate3.MinimumDays.ShouldBe(7);
        policy.Promotion.MinimumGrade.ShouldBe(Grade.C);
    }

    [Fact]
    public void Find_UnknownName_NamesTheNearest() =>
        Should.Throw<InvalidInputException>(() => GatePolicies.Find("rigorus@1")).Message.ShouldContain("Did you mean 'rigorous@1'?");

    [Fact]
    public void Parse_Extension_ChangesOnlyWhatItSays()
    {
        var policy = GatePolicies.Parse("mine.json", """{ "name": "mine", "version": 3, "extends": "rigorous@1", "gate1": { "minimumTrades": 50, "minimumDeflatedSharpe": null } }""");
        policy.Id.ShouldBe("mine@3");
        policy.Gate1.MinimumTrades.ShouldBe(50);
        policy.Gate1.MinimumDeflatedSharpe.ShouldBeNull();
        policy.Gate1.MaximumDrawdownFraction.ShouldBe(GatePolicies.Find("rigorous@1").Gate1.MaximumDrawdownFraction);
        policy.Gate2.ShouldBe(GatePolicies.Find("rigorous@1").Gate2);
    }

    [Fact]
    public void Parse_StoredPolicy_IsTheSame()
    {
        var policy = GatePolicies.Find("classic@1");
        GatePolicies.Parse("stored", policy.ToJson()).ContentHash().ShouldBe(policy.ContentHash());
    }

    [Theory]
    [InlineData("""{ "extends": "rigorous@1", "name": "mine", "version": 1, "gate1": { "minimumTrade": 5 } }""", "there is no key 'gate1.minimumTrade'. Did you mean 'minimumTrades'?")]
    [InlineData("""{ "extends": "rigorous@1", "name": "mine", "version": 1, "gate4": {} }""", "there is no key 'gate4'. Did you mean 'gate1'?")]
    [InlineData("""{ "extends": "rigorous@1", "name": "mine", "version": 1, "gate1": 5 }""", "'gate1' is not an object")]
    [InlineData("""{ "extends": "rigorous@1", "name": "mine", "version": 1, "gate1": { "minimumExposureFraction": 5 } }""", "gate1.minimumExposureFraction = 5 is not from 0 to 1")]
    [InlineData("""{ "extends": "rigorous@1", "name": "mine", "version": 1, "gate2": { "scenarios": { "crisis": -1 } } }""", "gate2.scenarios.crisis = -1 is not from 0 to 10000")]
    [InlineData("""{ "extends": "rigorous@1", "name": "mine", "version": 1, "gate3": { "minimumDays": 3 } }""", "gate3.minimumDays = 3 is not from 7 to 365")]
    [InlineData("""{ "extends": "rigorous@1", "name": "mine", "version": 1, "gate1": { "costStressFactor": 2.5 } }""", "one of 1.5, 2, 3")]
    [InlineData("""{ "extends": "rigorous@1", "name": "mine", "version": 1, "gate1": { "minimumTrades": null } }""", "gate1.minimumTrades")]
    [InlineData("""{ "extends": "rigorous@1", "name": "mine", "version": 1, "gate1": { "minimumTrades": "many" } }""", "gate1.minimumTrades")]
    [InlineData("""{ "extends": "rigorous@1", "name": "Mine!", "version": 1 }""", "name = Mine!")]
    [InlineData("""{ "extends": "rigorous@1", "name": "mine", "version": 1, "promotion": { "minimumGrade": "f" } }""", "promotion.minimumGrade = F")]
    [InlineData("""{ "extends": "rigorous@1", "name": "mine", "version": 1, "gate1": { "phases": {} } }""", "'gate1.phases' is not a list")]
    [InlineData("""{ "extends": "classic@1", "name": "mine", "version": 1, "gate1": { "phases": [{ "fromTrial": 0 }] } }""", "there is no key 'gate1.phases[0].fromTrial'. Did you mean 'fromTrials'?")]
    [InlineData("""{ "extends": "classic@1", "name": "mine", "version": 1, "gate1": { "phases": [{ "fromTrials": 0 }] } }""", "'gate1.phases[0].minimumReturnFraction' is missing")]
    [InlineData("""{ "extends": "classic@1", "name": "mine", "version": 1, "gate1": { "phases": [{ "fromTrials": 0, "minimumReturnFraction": 0, "minimumSharpe": 0, "maximumDrawdownFraction": 2 }] } }""", "gate1.phases[0].maximumDrawdownFraction = 2 is not from 0 to 1")]
    [InlineData("""{ "extends": "classic@1", "name": "mine", "version": 1, "gate1": { "phases": [{ "fromTrials": 5, "minimumReturnFraction": 0, "minimumSharpe": 0, "maximumDrawdownFraction": 0.2 }] } }""", "ascending by fromTrials with a first one at 0")]
    [InlineData("""{ "extends": "rigorous@1", "name": "mine", "version": 1, "gate3": { "arena": { "places": 21 } } }""", "gate3.arena.places = 21 is not from 1 to 20")]
    [InlineData("""{ "extends": "rigorous@1", "name": "mine", "version": 1, "gate3": { "arena": { "places": 2 } } }""", "gate3.arena.keepAtLeast = 3 is not at most gate3.arena.places")]
    [InlineData("""{ "extends": "rigorous@1", "name": "mine", "version": 1, "gate3": { "arena": { "whenFull": "evict" } } }""", "whenFull")]
    [InlineData("""{ "extends": "rigorous@1", "name": "mine", "version": 1, "gate3": { "feed": { "futureBars": "trade" } } }""", "futureBars")]
    [InlineData("""{ "extends": "rigorous@1", "name": "mine", "version": 1, "gate3": { "feed": { "lateBars": "count" } } }""", "there is no key 'gate3.feed.lateBars'")]
    [InlineData("""{ "extends": "rigorous@1", "name": "mine", "version": 1, "promotion": { "requireApproval": true } }""", "Did you mean 'requiresApproval'?")]
    [InlineData("""{ "extends": "strict@1", "name": "mine", "version": 1 }""", "There is no policy 'strict@1'")]
    [InlineData("""{ "extends": "rigorous@1", "name": "rigorous", "version": 1, "gate1": { "minimumTrades": 1 } }""", "rigorous@1 is built in and cannot be changed")]
    [InlineData("""{ "name": "mine", "version": 1, "description": "-" }""", "'training' is missing")]
    [InlineData("""[1]""", "not a JSON object")]
    [InlineData("""{ "name": """, "Correct the JSON")]
    public void Parse_WrongPolicy_SaysWhatAndWhatToDo(string json, string expected) =>
        Should.Throw<InvalidInputException>(() => GatePolicies.Parse("mine.json", json)).Message.ShouldContain(expected);

    [Theory]
    [InlineData("\"scenarioModel\": \"equilibrum@1\"", "equilibrium@1")]
    [InlineData("\"scenarioModel\": \"fed-2025@1\"", "regime of fed-2025@1")]
    [InlineData("\"scenarioModel\": \"replay-2008@1\", \"history\": \"spy.csv\"", "regime of replay-2008@1")]
    [InlineData("\"scenarioModel\": \"replay-2008@1\", \"scenarios\": { \"baseline\": 0, \"boom\": 0, \"recession\": 0, \"stagflation\": 0, \"crisis\": 40 }", "the path of a CSV file for replay-2008@1")]
    [InlineData("\"history\": \"spy.csv\"", "null for every other model")]
    [InlineData("\"scenarioModel\": \"regimes@1\", \"economy\": \"japan\"", "only equilibrium@1 has an economy")]
    [InlineData("\"scenarios\": { \"baseline\": 0, \"boom\": 0, \"recession\": 0, \"stagflation\": 0, \"crisis\": 19 }", "at least 20 scenarios")]
    public void Parse_ScenariosThatCannotBe_SayWhatToDo(string gate, string remedy) =>
        Should.Throw<InvalidInputException>(() => GatePolicies.Parse("own.json", $$"""{ "extends": "rigorous@1", "name": "own", "gate2": { {{gate}} } }""")).Message.ShouldContain(remedy);

    [Fact]
    public void Parse_OwnScenarioModel_IsTaken()
    {
        var gate = GatePolicies.Parse("own.json", """{ "extends": "rigorous@1", "name": "own", "gate2": { "economy": "japan" } }""").Gate2;
        (gate.ScenarioModel, gate.Economy).ShouldBe(("equilibrium@1", "japan"));
    }
}
