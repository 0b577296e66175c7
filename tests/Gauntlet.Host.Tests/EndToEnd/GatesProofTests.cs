using System.Text.Json;
using Gauntlet.Proofs;
using Gauntlet.Proofs.Gates;

namespace Gauntlet.Host.Tests.EndToEnd;

public class GatesProofTests
{
    [Fact]
    public async Task Gates_SmallSample_RejectsEveryNullAndCountsEveryKind()
    {
        var notes = new List<string>();
        var outcome = await new GatesProof().RunAsync(new(10, 3, null, ".", note => { lock (notes) notes.Add(note); }), CancellationToken.None);

        var document = JsonSerializer.SerializeToElement(outcome.Document, JsonSerializerOptions.Web);
        document.GetProperty("seed").GetInt64().ShouldBe(3);
        document.GetProperty("candidates").EnumerateObject().Select(kind => (kind.Name, kind.Value.GetInt32())).ShouldBe(
            [("null", 5), ("plantedEdge", 2), ("edgeThatDies", 1), ("costFragile", 1), ("crashProne", 1)]);
        document.GetProperty("falseNegativeFraction").GetDouble().ShouldBeInRange(0, 1);
        var counts = document.GetProperty("counts").EnumerateArray().ToList();
        counts.Count.ShouldBe(10);
        counts.Single(count => count.GetProperty("name").GetString() == "null" && count.GetProperty("policy").GetString() == "rigorous-fast@1").GetProperty("promoted").GetInt32().ShouldBe(0);
        counts.Single(count => count.GetProperty("name").GetString() == "null" && count.GetProperty("policy").GetString() == "classic-fast@1").GetProperty("passedGate1").GetInt32().ShouldBe(5);
        notes.ShouldContain("null: 5 of 5 candidates");
    }
}
