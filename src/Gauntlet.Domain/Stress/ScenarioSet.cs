using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gauntlet.Contracts;
using Gauntlet.Domain.Stress.Economy;
using Gauntlet.Domain.Stress.History;
using Gauntlet.Domain.Stress.Panels;

namespace Gauntlet.Domain.Stress;

/// <summary>A set of scenarios by its recipe: the same recipe gives the same bars, in any order, on any machine. Bars are made when needed and not stored.</summary>
public sealed record ScenarioSet
{
    /// <summary>Model and version that make the bars, as <c>name@version</c>.</summary>
    public required string Model { get; init; }

    /// <summary>Seed of the set; scenario i draws from stream i of it.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Scenarios of each regime.</summary>
    public required RegimeCounts Counts { get; init; }

    /// <summary>Measured bars of a scenario.</summary>
    public required int Bars { get; init; }

    /// <summary>Bars before them, in baseline times, that warm a strategy up.</summary>
    public required int WarmUpBars { get; init; }

    /// <summary>The market that the scenarios are of.</summary>
    public required MarketCalibration Market { get; init; }

    /// <summary>Economy behind the scenarios, in full, so that the recipe needs no file; null for the textbook's, or where the model has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SocialAccounts? Economy { get; init; }

    /// <summary>Markets that go through the scenarios together; null where there is but one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PanelMarket>? Panel { get; init; }

    /// <summary>The episode that a dated replay repeats, in full, so that the recipe needs no file; null for other models.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Episode? Episode { get; init; }

    /// <summary>What gives way in that economy; null for the short run.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Closure? Closure { get; init; }

    /// <summary>Version of the rules by which scenarios are traded and measured.</summary>
    public string Simulator { get; init; } = StressRun.Version;

    /// <summary>Number of scenarios.</summary>
    [JsonIgnore]
    public int Count => Counts.Total;

    /// <summary>SHA-256 of the recipe, model and simulator versions included, lower-case hexadecimal. Results belong to it and to nothing else.</summary>
    public string ContentHash() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, ContractJson.Options)));
}
