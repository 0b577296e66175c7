using System.Text.Json;
using Gauntlet.Domain.Input;
using Gauntlet.Domain.Tests.Statistics;
using Gauntlet.Domain.Training.Validation;

namespace Gauntlet.Domain.Tests.Training.Validation;

/// <summary>Index lists of skfolio 1.12.2 and scikit-learn 1.9.1, and of the book's rules (cross-validation-splits.json).</summary>
public class ValidationTests
{
    // skfolio's own test: twelve rows, three folds, two of them test, one row purged each side.
    [Fact]
    public void Combinatorial_TwelveRows_IsTheReferenceList()
    {
        var splits = CombinatorialPurged.Of(12, 3, 2, new() { PurgeRows = 1 });
        splits.Splits.Select(Train).ShouldBe(["9 10 11", "5 6", "0 1 2"]);
        CombinatorialPurged.Of(12, 3, 2, new() { EmbargoRows = 1 }).Splits.Select(Train).ShouldBe(["9 10 11", "5 6 7", "0 1 2 3"]);
        splits.Paths.Select(path => string.Join(' ', path)).ShouldBe(["0 0 1", "1 2 2"]);
    }

    [Theory]
    [InlineData(6, 2, 15, 5)]
    [InlineData(10, 2, 45, 9)]
    [InlineData(10, 8, 45, 36)]
    public void Combinatorial_FoldsAndTests_HasTheKnownPaths(int folds, int tests, int splits, int paths)
    {
        var all = CombinatorialPurged.Of(200, folds, tests, new());
        all.Splits.Count.ShouldBe(splits);
        all.Paths.Count.ShouldBe(paths);
        // Every path measures every fold by a split that tests it, and no result is used twice.
        foreach (var path in all.Paths)
            for (var fold = 0; fold < folds; fold++) all.Splits[path[fold]].Test.ShouldContain(range => range.Start == fold * (200 / folds));
        Enumerable.Range(0, folds).ShouldAllBe(fold => all.Paths.Select(path => path[fold]).Distinct().Count() == paths);
    }

    [SkippableFact]
    public void Combinatorial_EveryReferenceCase_Matches()
    {
        foreach (var one in Reference.Open("cross-validation-splits.json").Cases("cpcv"))
        {
            var (input, expected) = (one.GetProperty("input"), one.GetProperty("expected"));
            var (rows, folds, tests) = (input.GetProperty("n").GetInt32(), input.GetProperty("folds").GetInt32(), input.GetProperty("testFolds").GetInt32());
            if (expected.ValueKind == JsonValueKind.String)
            {
                // One test fold is purged k-fold, which skfolio has elsewhere and we have here.
                if (tests > 1) Should.Throw<InvalidInputException>(() => CombinatorialPurged.Of(rows, folds, tests, Rules(input)));
                continue;
            }

            var actual = CombinatorialPurged.Of(rows, folds, tests, Rules(input));
            actual.Splits.Count.ShouldBe(expected.GetProperty("splits").GetInt32());
            actual.Paths.Count.ShouldBe(expected.GetProperty("testPaths").GetInt32());
            if (expected.TryGetProperty("indices", out var indices)) ShouldBe(actual.Splits, indices);
            if (expected.GetProperty("paths").ValueKind == JsonValueKind.Array) actual.Paths.Select(path => string.Join(' ', path)).ShouldBe(expected.GetProperty("paths").EnumerateArray().Select(path => string.Join(' ', path.Ints())));
        }
    }

    [SkippableFact]
    public void PurgedKFold_EveryReferenceCase_Matches()
    {
        var reference = Reference.Open("cross-validation-splits.json");
        foreach (var one in reference.Cases("purged_kfold_rows"))
        {
            var input = one.GetProperty("input");
            ShouldBe(PurgedKFold.Of(input.GetProperty("n").GetInt32(), input.GetProperty("folds").GetInt32(), Rules(input)), one.GetProperty("expected"));
        }

        // The strict form: a label that ends on the first row of the test has seen it.
        foreach (var one in reference.Cases("purged_kfold_labels").Where(one => one.GetProperty("input").GetProperty("strict").GetBoolean()))
        {
            var input = one.GetProperty("input");
            var embargo = (int)(input.GetProperty("n").GetInt32() * input.Double("embargoShare"));
            ShouldBe(PurgedKFold.Of(new LabelSpans(input.Ints("t1")), input.GetProperty("folds").GetInt32(), new() { EmbargoRows = embargo }), one.GetProperty("expected"));
        }

        foreach (var one in reference.Cases("label_overlap_cpcv"))
        {
            var input = one.GetProperty("input");
            ShouldBe(CombinatorialPurged.Of(new LabelSpans(input.Ints("t1")), input.GetProperty("folds").GetInt32(), input.GetProperty("testFolds").GetInt32(), Rules(input)).Splits, one.GetProperty("expected"));
        }
    }

    [SkippableFact]
    public void WalkForward_EveryReferenceCase_Matches()
    {
        var reference = Reference.Open("cross-validation-splits.json");
        foreach (var one in reference.Cases("walk_forward"))
        {
            var (input, expected) = (one.GetProperty("input"), one.GetProperty("expected"));
            IReadOnlyList<ValidationSplit> Run()
            {
                var (rows, train, test, shorter) = (input.GetProperty("n").GetInt32(), input.GetProperty("train").GetInt32(), input.GetProperty("test").GetInt32(), input.GetProperty("reduceTest").GetBoolean());
                return input.GetProperty("expandTrain").GetBoolean()
                    ? WalkForwardSplits.Anchored(rows, train, test, Rules(input), shorter)
                    : WalkForwardSplits.Rolling(rows, train, test, Rules(input), shorter);
            }

            if (expected.ValueKind == JsonValueKind.String) Should.Throw<InvalidInputException>(Run);
            else ShouldBe(Run(), expected);
        }

        foreach (var one in reference.Cases("time_series_split"))
        {
            var input = one.GetProperty("input");
            int? Optional(string name) => input.GetProperty(name) is { ValueKind: JsonValueKind.Number } value ? value.GetInt32() : null;
            ShouldBe(
                WalkForwardSplits.AtTheEnd(input.GetProperty("n").GetInt32(), input.GetProperty("splits").GetInt32(), new() { PurgeRows = input.GetProperty("gap").GetInt32() }, Optional("testSize"), Optional("maxTrain")),
                one.GetProperty("expected"));
        }
    }

    [Fact]
    public void WalkForward_RollingAndAnchored_AreTheWorkedExamples()
    {
        WalkForwardSplits.Rolling(13, 4, 3, new() { PurgeRows = 1 }).Select(Text).ShouldBe(["0 1 2 3 | 5 6 7", "3 4 5 6 | 8 9 10"]);
        WalkForwardSplits.Anchored(13, 4, 3, new(), shorterLast: true).Select(Text).ShouldBe(["0 1 2 3 | 4 5 6", "0 1 2 3 4 5 6 | 7 8 9", "0 1 2 3 4 5 6 7 8 9 | 10 11 12"]);
    }

    // Whatever the labels: no training row's label reaches into the test's span, and none follows it within the embargo.
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(9)]
    public void Purge_ByLabels_LeavesNoOverlap(int ahead)
    {
        var labels = LabelSpans.Ahead(120, ahead);
        foreach (var split in PurgedKFold.Of(labels, 5, new() { EmbargoRows = 3 }))
        {
            var (start, reach) = (split.Test[0].Start, Math.Min(119, split.Test[0].End - 1 + ahead));
            split.Train.SelectMany(range => range.Rows).ShouldAllBe(row => Math.Min(119, row + ahead) < start || row > reach + 3);
        }
    }

    [Fact]
    public void Nested_InnerSplits_SeeOnlyTheOuterTraining()
    {
        var nested = NestedValidation.Of(PurgedKFold.Of(60, 4, new() { PurgeRows = 2, EmbargoRows = 1 }), rows => WalkForwardSplits.AtTheEnd(rows, 3, new()));
        nested.Count.ShouldBe(4);
        foreach (var one in nested)
        {
            var known = one.Outer.Train.SelectMany(range => range.Rows).ToHashSet();
            foreach (var inner in one.Inner)
            {
                inner.Train.Concat(inner.Test).SelectMany(range => range.Rows).ShouldAllBe(row => known.Contains(row));
                inner.Train.SelectMany(range => range.Rows).Intersect(inner.Test.SelectMany(range => range.Rows)).ShouldBeEmpty();
            }
        }
    }

    [Fact]
    public void Splits_BadInput_SayWhatToDo()
    {
        Should.Throw<InvalidInputException>(() => PurgedKFold.Of(100, 1, new())).Message.ShouldContain("at least 2");
        Should.Throw<InvalidInputException>(() => PurgedKFold.Of(100, 10, new() { EmbargoRows = 11 })).Message.ShouldContain("shorter embargo");
        Should.Throw<InvalidInputException>(() => PurgedKFold.Of(100, 10, new() { MinimumTestRows = 21 })).Message.ShouldContain("warm up");
        Should.Throw<InvalidInputException>(() => PurgedKFold.Of(100, 10, new() { PurgeRows = -1 }));
        Should.Throw<InvalidInputException>(() => CombinatorialPurged.Of(100, 4, 4, new())).Message.ShouldContain("1 to 3");
        Should.Throw<InvalidInputException>(() => CombinatorialPurged.Of(12, 3, 2, new() { PurgeRows = 4 })).Message.ShouldContain("nothing to train on");
        Should.Throw<InvalidInputException>(() => WalkForwardSplits.Rolling(10, 10, 2, new())).Message.ShouldContain("too few");
        Should.Throw<InvalidInputException>(() => new LabelSpans([1, 0])).Message.ShouldContain("row 1");
    }

    private static SplitRules Rules(JsonElement input) => new()
    {
        PurgeRows = input.TryGetProperty("purge", out var purge) ? purge.GetInt32() : 0,
        EmbargoRows = input.TryGetProperty("embargo", out var embargo) ? embargo.GetInt32() : 0,
    };

    private static void ShouldBe(IReadOnlyList<ValidationSplit> actual, JsonElement expected)
    {
        var list = expected.EnumerateArray().ToList();
        actual.Count.ShouldBe(list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            actual[i].Train.SelectMany(range => range.Rows).ShouldBe(list[i].Ints("train"));
            var test = list[i].GetProperty("test");
            var rows = test.EnumerateArray().SelectMany(one => one.ValueKind == JsonValueKind.Array ? one.Ints() : [one.GetInt32()]);
            actual[i].Test.SelectMany(range => range.Rows).ShouldBe(rows);
        }
    }

    private static string Train(ValidationSplit split) => string.Join(' ', split.Train.SelectMany(range => range.Rows));

    private static string Text(ValidationSplit split) => $"{Train(split)} | {string.Join(' ', split.Test.SelectMany(range => range.Rows))}";
}
