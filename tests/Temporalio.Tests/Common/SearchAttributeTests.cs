using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Common;

namespace Temporalio.Tests.Common;

public sealed class SearchAttributeTests
{
    private static readonly SearchAttributeKey<long> Number = SearchAttributeKey.CreateLong("n");
    private static readonly SearchAttributeKey<DateTimeOffset> Time = SearchAttributeKey.CreateDateTimeOffset("t");
    private static readonly SearchAttributeKey<IReadOnlyCollection<string>> Words = SearchAttributeKey.CreateKeywordList("w");

    [Fact]
    public void Collection_ThroughProto_KeepsTypesAndValues()
    {
        var time = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1));
        var collection = new SearchAttributeCollection.Builder()
            .Set(Number, 42)
            .Set(Time, time)
            .Set(Words, ["a", "b"])
            .Set(SearchAttributeKey.CreateDouble("d"), 1)
            .Set(SearchAttributeKey.CreateBool("b"), true)
            .Set(SearchAttributeKey.CreateText("x"), "text")
            .ToSearchAttributeCollection();

        var read = SearchAttributeCollection.FromProto(collection.ToProto());

        read.Count.ShouldBe(6);
        read.Get(Number).ShouldBe(42);
        read.Get(Time).ShouldBe(time);
        read.Get(Words).ShouldBe(["a", "b"]);
        read.Get(SearchAttributeKey.CreateDouble("d")).ShouldBe(1.0);
        read.TryGetValue(SearchAttributeKey.CreateText("x"), out var text).ShouldBeTrue();
        text.ShouldBe("text");
        collection.ToProto().IndexedFields["t"].Metadata["type"].ToStringUtf8().ShouldBe("Datetime");
    }

    [Fact]
    public void Get_MissingOrOfOtherType_ThrowsKeyNotFound()
    {
        var collection = new SearchAttributeCollection.Builder().Set(Number, 1).ToSearchAttributeCollection();
        Should.Throw<KeyNotFoundException>(() => collection.Get(Time));
        Should.Throw<KeyNotFoundException>(() => collection.Get(SearchAttributeKey.CreateKeyword("n")));
        collection.TryGetValue(Time, out _).ShouldBeFalse();
        collection.ContainsKey("n").ShouldBeTrue();
    }

    [Fact]
    public void Builder_SameNameOfOtherType_Replaces()
    {
        var collection = new SearchAttributeCollection.Builder()
            .Set(Number, 1).Set(SearchAttributeKey.CreateKeyword("n"), "k").ToSearchAttributeCollection();
        collection.Count.ShouldBe(1);
        collection.Single().ValueType.ShouldBe(IndexedValueType.Keyword);
        new SearchAttributeCollection.Builder(collection).Unset("n").ToSearchAttributeCollection().Count.ShouldBe(0);
    }

    [Fact]
    public void Builder_Null_IsRefused() => Should.Throw<ArgumentException>(
        () => new SearchAttributeCollection.Builder().Set(SearchAttributeKey.CreateText("x"), null!));

    [Fact]
    public void FromProto_WithoutType_IsRefused()
    {
        var proto = new SearchAttributes();
        proto.IndexedFields["x"] = new() { Data = ByteString.CopyFromUtf8("1") };
        Should.Throw<ArgumentException>(() => SearchAttributeCollection.FromProto(proto)).Message.ShouldContain("x");
    }

    [Fact]
    public void FromProto_UnparsableTime_StaysText()
    {
        var proto = new SearchAttributes();
        proto.IndexedFields["t"] = new()
        {
            Data = ByteString.CopyFromUtf8("\"yesterday\""),
            Metadata = { ["type"] = ByteString.CopyFromUtf8("Datetime") },
        };
        SearchAttributeCollection.FromProto(proto).UntypedValues.Single().Value.ShouldBe("yesterday");
    }

    [Fact]
    public void Update_SetAndUnset_SayWhich()
    {
        Number.ValueSet(3).Value.ShouldBe(3);
        var unset = Number.ValueUnset();
        unset.HasValue.ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => unset.Value);
    }

    [Fact]
    public void Key_Comparison_IsByNameThenType()
    {
        (SearchAttributeKey.CreateLong("a") == SearchAttributeKey.CreateLong("a")).ShouldBeTrue();
        (SearchAttributeKey.CreateLong("a") == (SearchAttributeKey)SearchAttributeKey.CreateDouble("a")).ShouldBeFalse();
        (SearchAttributeKey.CreateLong("a") < SearchAttributeKey.CreateLong("b")).ShouldBeTrue();
    }
}
