using Gauntlet.Contracts.Names;
using Temporalio.Common;

namespace Gauntlet.Workflows;

/// <summary>Typed keys of the search attributes that workflows keep.</summary>
public static class SearchKeys
{
    /// <summary>Stage, in camel case.</summary>
    public static SearchAttributeKey<string> Stage { get; } = SearchAttributeKey.CreateKeyword(AttributeNames.Stage);

    /// <summary>Name of the study.</summary>
    public static SearchAttributeKey<string> Study { get; } = SearchAttributeKey.CreateKeyword(AttributeNames.Study);

    /// <summary>Name of the strategy.</summary>
    public static SearchAttributeKey<string> Strategy { get; } = SearchAttributeKey.CreateKeyword(AttributeNames.Strategy);

    /// <summary>How a candidate ended.</summary>
    public static SearchAttributeKey<string> Verdict { get; } = SearchAttributeKey.CreateKeyword(AttributeNames.Verdict);

    /// <summary>Grade A to F.</summary>
    public static SearchAttributeKey<string> Grade { get; } = SearchAttributeKey.CreateKeyword(AttributeNames.Grade);

    /// <summary>Trial number.</summary>
    public static SearchAttributeKey<long> Trial { get; } = SearchAttributeKey.CreateLong(AttributeNames.Trial);

    /// <summary>Whether the emergency latch is closed.</summary>
    public static SearchAttributeKey<bool> Stopped { get; } = SearchAttributeKey.CreateBool(AttributeNames.Stopped);
}
