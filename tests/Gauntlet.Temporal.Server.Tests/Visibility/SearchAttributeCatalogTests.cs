using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Visibility.Attributes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Tests.Visibility;

// Texts as recorded from the real server 1.29.1 (conformance kit, attributes.validation-at-start; OperatorService asked by hand).
public sealed class SearchAttributeCatalogTests
{
    private readonly SearchAttributeCatalog _catalog = Records.Catalog();

    [Theory]
    [InlineData("Nowhere", "1", "Namespace default has no mapping defined for search attribute Nowhere")]
    [InlineData("WorkflowType", "\"x\"", "WorkflowType attribute can't be set in SearchAttributes")]
    [InlineData("CkInt", "\"abc\"", "invalid value for search attribute CkInt of type Int: abc")]
    [InlineData("CkKeyword", "1", "invalid value for search attribute CkKeyword of type Keyword: 1")]
    [InlineData("CkKeyword", "[\"a\",\"b\"]", "invalid value for search attribute CkKeyword of type Keyword: [a b]")]
    [InlineData("CkKeywordList", "\"a\"", "invalid value for search attribute CkKeywordList of type KeywordList: a")]
    [InlineData("CkBool", "\"yes\"", "invalid value for search attribute CkBool of type Bool: yes")]
    [InlineData("CkInt", "1.5", "invalid value for search attribute CkInt of type Int: 1.5")]
    [InlineData("CkDatetime", "\"yesterday\"", "invalid value for search attribute CkDatetime of type Datetime: yesterday")]
    public void Validate_BadValue_IsRefused(string name, string json, string text) => Refusal(name, Records.Json(json)).ShouldBe(text);

    [Theory]
    [InlineData("TemporalChangeVersion", "[\"v\"]")]
    [InlineData("CkKeyword", "[\"a\"]")]
    [InlineData("CkInt", "42")]
    [InlineData("CkDouble", "1")]
    [InlineData("CkText", "\"some words here\"")]
    [InlineData("CkDatetime", "\"2024-05-06T07:08:09.123+02:00\"")]
    [InlineData("CkBool", "null")]
    public void Validate_GoodValue_Passes(string name, string json) => Should.NotThrow(() => _catalog.Validate("default", One(name, Records.Json(json))));

    [Fact]
    public void Validate_NoAttributesOrNull_Passes()
    {
        Should.NotThrow(() => _catalog.Validate("default", null));
        Should.NotThrow(() => _catalog.Validate("default", One("CkKeyword", Records.Json(string.Empty, "binary/null"))));
    }

    [Fact]
    public void Validate_NotJson_IsRefused()
    {
        Refusal("CkKeyword", Records.Json("nonsense")).ShouldStartWith("invalid value for search attribute CkKeyword of type Keyword: value from ");
        Refusal("CkKeyword", Records.Json("x", "binary/plain")).ShouldBe("invalid value for search attribute CkKeyword of type Keyword: [120]");
    }

    [Fact]
    public void Validate_TooLarge_IsRefused() =>
        Refusal("CkKeyword", Records.Json($"\"{new string('x', 2100)}\"")).ShouldBe("search attribute CkKeyword value size 2102 exceeds size limit 2048");

    [Theory]
    [InlineData("WorkflowId", IndexedValueType.Keyword, "Search attribute WorkflowId is reserved by system.")]
    [InlineData("New", (IndexedValueType)99, "Unknown search attribute type: 99.")]
    [InlineData("New", IndexedValueType.Unspecified, "Unable to create search attributes: cannot have more than 0 search attribute of type Unspecified.")]
    public void Add_BadAttribute_IsRefused(string name, IndexedValueType type, string text) =>
        Should.Throw<GrpcException>(() => Add(name, type)).Detail.ShouldBe(text);

    [Fact]
    public void Add_FourthOfItsType_IsRefusedAndNothingChanges()
    {
        Add("B2", IndexedValueType.Bool);
        Add("B3", IndexedValueType.Bool);

        Should.Throw<GrpcException>(() => Add("B4", IndexedValueType.Bool)).Detail.ShouldContain("cannot have more than 3");

        _catalog.TryGetType("default", "B4", out _).ShouldBeFalse();
    }

    [Fact]
    public void Add_ExistingWithAnotherType_ChangesNothing()
    {
        Add("CkInt", IndexedValueType.Keyword);

        _catalog.TryGetType("default", "CkInt", out var type).ShouldBeTrue();
        type.ShouldBe(IndexedValueType.Int);
        _catalog.TryGetType("other", "CkInt", out _).ShouldBeFalse();
    }

    [Fact]
    public void Remove_UnknownIsIgnoredAndSystemRefused()
    {
        _ = _catalog.RemoveAsync("default", ["CkInt", "Nope"]);

        _catalog.TryGetType("default", "CkInt", out _).ShouldBeFalse();
        Should.Throw<GrpcException>(() => _catalog.RemoveAsync("default", ["WorkflowId"])).Detail.ShouldBe("Unable to remove non-custom search attributes: WorkflowId.");
    }

    private void Add(string name, IndexedValueType type) => _ = _catalog.AddAsync("default", new Dictionary<string, IndexedValueType> { [name] = type });

    private string Refusal(string name, Payload payload) => Should.Throw<GrpcException>(() => _catalog.Validate("default", One(name, payload))).Detail;

    private static SearchAttributes One(string name, Payload payload) => new() { IndexedFields = { [name] = payload } };
}
