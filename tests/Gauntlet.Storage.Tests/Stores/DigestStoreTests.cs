using Gauntlet.Contracts.Pipeline;
using Gauntlet.Storage.Digests;

namespace Gauntlet.Storage.Tests.Stores;

public class DigestStoreTests(TestDatabase fixture) : IClassFixture<TestDatabase>
{
    private Sample Rows => new(fixture.Database);

    [SkippableFact]
    public async Task Digest_SameInputsUnderAnotherNameWithEveryCallRepeated_IsTheSame()
    {
        var rows = Rows;
        await rows.RunAsync("undisturbed");
        await rows.RunAsync("disturbed", disturbed: true);

        var first = await rows.Digests.ComputeAsync("undisturbed", default);
        first.Rows.ShouldBe(20);
        first.Digest.Length.ShouldBe(64);
        (await rows.Digests.ComputeAsync("disturbed", default)).ShouldBe(first);
    }

    [SkippableFact]
    public async Task Digest_AnotherRow_IsAnother()
    {
        var rows = Rows;
        var key = await rows.RunAsync("before");
        var before = await rows.Digests.ComputeAsync("before", default);
        await rows.Paper.AddAsync(key, Sample.Bar(2), default);
        (await rows.Digests.ComputeAsync("before", default)).ShouldNotBe(before);
    }

    [SkippableFact]
    public async Task Digest_Stored_StaysTheFirst()
    {
        var rows = Rows;
        await rows.OpenAsync("closed");
        await rows.Digests.AddAsync("closed", new("first", 1), default);
        (await rows.Digests.AddAsync("closed", new("second", 2), default)).ShouldBe(new StudyDigest("first", 1));
    }

    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(1e-7, "1E-07")]
    [InlineData(1.0 / 3, "0.3333333333333333")]
    public void CanonicalText_Number_IsInRoundTripForm(double value, string text) => CanonicalText.Of(value).ShouldBe(text);

    [Fact]
    public void CanonicalText_AbsentAndEmpty_Differ() => CanonicalText.Of(DBNull.Value).ShouldNotBe(CanonicalText.Of(string.Empty));
}
