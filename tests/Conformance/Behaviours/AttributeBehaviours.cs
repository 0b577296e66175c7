using Temporalio.Client;
using Temporalio.Common;
using Temporalio.Converters;
using Temporalio.Workflows;

namespace Gauntlet.Conformance.Tests.Behaviours;

/// <summary>Memo and search attributes.</summary>
internal static class AttributeBehaviours
{
    /// <summary>Attributes that the servers must have.</summary>
    public static IReadOnlyList<SearchAttributeKey> Keys { get; } =
        [Keyword, Text, Long, Double, Bool, Time, List];

    private static SearchAttributeKey<string> Keyword => SearchAttributeKey.CreateKeyword("CbKeyword");

    private static SearchAttributeKey<string> Text => SearchAttributeKey.CreateText("CbText");

    private static SearchAttributeKey<long> Long => SearchAttributeKey.CreateLong("CbLong");

    private static SearchAttributeKey<double> Double => SearchAttributeKey.CreateDouble("CbDouble");

    private static SearchAttributeKey<bool> Bool => SearchAttributeKey.CreateBool("CbBool");

    private static SearchAttributeKey<DateTimeOffset> Time => SearchAttributeKey.CreateDateTimeOffset("CbTime");

    private static SearchAttributeKey<IReadOnlyCollection<string>> List => SearchAttributeKey.CreateKeywordList("CbList");

    public static BehaviourList All()
    {
        var list = new BehaviourList("attribute");
        AddKind(list, Keyword, "one", "two");
        AddKind(list, Text, "some words", "other words");
        AddKind(list, Long, 1, 2);
        AddKind(list, Double, 1.5, 2.25);
        AddKind(list, Bool, true, false);
        AddKind(list, Time, new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), new DateTimeOffset(2027, 1, 2, 3, 4, 5, TimeSpan.Zero));
        AddKind(list, List, ["a", "b"], ["c"]);
        list.Add("twice in one upsert is refused", async () => await TimerBehaviours.Caught(async () =>
            Workflow.UpsertTypedSearchAttributes(Keyword.ValueSet("a"), Keyword.ValueSet("b"))));
        list.Add("upsert of nothing is refused", async () => await TimerBehaviours.Caught(async () => Workflow.UpsertTypedSearchAttributes()));
        list.Add("memo upsert of nothing is refused", async () => await TimerBehaviours.Caught(async () => Workflow.UpsertMemo()));
        list.Add("memo twice in one upsert is refused", async () => await TimerBehaviours.Caught(async () =>
            Workflow.UpsertMemo(MemoUpdate.ValueSet("a", 1), MemoUpdate.ValueSet("a", 2))));
        list.AddCall("that the server does not know is refused", stage => Stage.TryAsync(() =>
        {
            var options = stage.New();
            options.TypedSearchAttributes = new SearchAttributeCollection.Builder().Set(SearchAttributeKey.CreateKeyword("CbNoSuch"), "x").ToSearchAttributeCollection();
            return stage.StartAsync("timer: of ten milliseconds fires", options);
        }));
        list.Add("memo given at the start is read", async _ => Workflow.PayloadConverter.ToValue<string>(Workflow.Memo["note"]), (stage, key) => stage.ExecuteAsync(key, WithMemo(stage)));
        list.Add("memo set is described", async _ =>
        {
            Workflow.UpsertMemo(MemoUpdate.ValueSet("note", "new"), MemoUpdate.ValueSet("more", 2));
            return $"{Workflow.PayloadConverter.ToValue<string>(Workflow.Memo["note"])} {Workflow.Memo.Count}";
        }, async (stage, key) =>
        {
            var handle = await stage.StartAsync(key, WithMemo(stage));
            var end = await stage.EndAsync(handle);
            var memo = (await handle.DescribeAsync()).Memo;
            return $"{end} {await memo["note"].ToValueAsync<string>()} {await memo["more"].ToValueAsync<int>()}";
        });
        list.Add("memo unset is gone", async _ =>
        {
            Workflow.UpsertMemo(MemoUpdate.ValueUnset("note"));
            return $"{Workflow.Memo.ContainsKey("note")}";
        }, async (stage, key) =>
        {
            var handle = await stage.StartAsync(key, WithMemo(stage));
            var end = await stage.EndAsync(handle);
            return $"{end} {(await handle.DescribeAsync()).Memo.ContainsKey("note")}";
        });
        list.AddCall("memo of null is refused", stage => Stage.TryAsync(() =>
        {
            var options = stage.New();
            options.Memo = new Dictionary<string, object>(StringComparer.Ordinal) { ["note"] = null! };
            return stage.StartAsync("timer: of ten milliseconds fires", options);
        }));
        return list;
    }

    private static void AddKind<T>(BehaviourList list, SearchAttributeKey<T> key, T first, T second)
        where T : notnull
    {
        var kind = key.Name[2..].ToLowerInvariant();
        list.Add($"{kind} given at the start is read", async _ => Said(Workflow.TypedSearchAttributes.Get(key)), (stage, scene) => stage.ExecuteAsync(scene, With(stage, key, first)));
        list.Add($"{kind} set is read at once and described", async _ =>
        {
            Workflow.UpsertTypedSearchAttributes(key.ValueSet(second));
            return Said(Workflow.TypedSearchAttributes.Get(key));
        }, async (stage, scene) =>
        {
            var handle = await stage.StartAsync(scene, With(stage, key, first));
            return $"{await stage.EndAsync(handle)} {Said((await handle.DescribeAsync()).TypedSearchAttributes.Get(key))}";
        });
        list.Add($"{kind} unset is gone", async _ =>
        {
            Workflow.UpsertTypedSearchAttributes(key.ValueUnset());
            return $"{Workflow.TypedSearchAttributes.ContainsKey(key)}";
        }, async (stage, scene) =>
        {
            var handle = await stage.StartAsync(scene, With(stage, key, first));
            return $"{await stage.EndAsync(handle)} {(await handle.DescribeAsync()).TypedSearchAttributes.ContainsKey(key)}";
        });
    }

    private static string Said<T>(T value) => value is IReadOnlyCollection<string> several ? string.Join('+', several) : FormattableString.Invariant($"{value}");

    private static WorkflowOptions With<T>(Stage stage, SearchAttributeKey<T> key, T value)
        where T : notnull
    {
        var options = stage.New();
        options.TypedSearchAttributes = new SearchAttributeCollection.Builder().Set(key, value).ToSearchAttributeCollection();
        return options;
    }

    private static WorkflowOptions WithMemo(Stage stage)
    {
        var options = stage.New();
        options.Memo = new Dictionary<string, object>(StringComparer.Ordinal) { ["note"] = "old" };
        return options;
    }
}
