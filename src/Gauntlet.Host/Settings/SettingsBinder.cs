using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using Gauntlet.Domain.Input;
using Gauntlet.Host.CommandLine;

namespace Gauntlet.Host.Settings;

/// <summary>Puts single values into <see cref="GauntletSettings"/>, refusing what is not there, not of its kind or out of range.</summary>
internal sealed class SettingsBinder
{
    /// <summary>What has been bound so far.</summary>
    public GauntletSettings Settings { get; } = new();

    /// <summary>Binds one value.</summary>
    /// <param name="path">Section and key, in any case.</param>
    /// <param name="text">The value as text.</param>
    /// <param name="source">Where it comes from, in words.</param>
    public void Set(IReadOnlyList<string> path, string text, string source)
    {
        var (section, property) = Require(path, source);
        var name = string.Join('.', path.Select(JsonNamingPolicy.CamelCase.ConvertName));
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        object? value;
        try
        {
            value = TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text);
        }
        catch (Exception error) when (error is FormatException or ArgumentException or NotSupportedException)
        {
            throw CommandException.BadInput($"'{name}' in {source} is '{text}'. Give {Kind(type)}.", error);
        }

        foreach (var rule in property.GetCustomAttributes<ValidationAttribute>())
        {
            if (!rule.IsValid(value)) throw CommandException.BadInput($"'{name}' in {source} is '{text}'. Give {Wanted(rule)}.");
        }

        property.SetValue(section, value);
    }

    /// <summary>The section and property that a path names.</summary>
    public (object Section, PropertyInfo Property) Require(IReadOnlyList<string> path, string source)
    {
        object section = Settings;
        for (var depth = 0; ; depth++)
        {
            var known = section.GetType().GetProperties();
            var property = Array.Find(known, candidate => string.Equals(candidate.Name, path[depth], StringComparison.OrdinalIgnoreCase));
            if (property is null) throw Unknown(path, depth, known, source);
            if (!IsSection(property.PropertyType))
                return depth == path.Count - 1 ? (section, property) : throw Unknown(path, depth + 1, [], source);

            section = property.GetValue(section)!;
            if (depth == path.Count - 1)
                throw CommandException.BadInput($"'{string.Join('.', path)}' in {source} is a section. Give its keys: {Names(section.GetType().GetProperties())}.");
        }
    }

    /// <summary>Refuses a section that there is not.</summary>
    public void RequireSection(IReadOnlyList<string> path, string source)
    {
        object section = Settings;
        for (var depth = 0; depth < path.Count; depth++)
        {
            var known = section.GetType().GetProperties();
            var property = Array.Find(known, candidate => string.Equals(candidate.Name, path[depth], StringComparison.OrdinalIgnoreCase));
            if (property is null) throw Unknown(path, depth, known, source);
            if (!IsSection(property.PropertyType)) throw CommandException.BadInput($"'{string.Join('.', path)}' in {source} is a section of keys. Give a single value.");
            section = property.GetValue(section)!;
        }
    }

    private static CommandException Unknown(IReadOnlyList<string> path, int depth, PropertyInfo[] known, string source)
    {
        var names = known.Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).ToList();
        var hint = names.Count == 0 ? string.Empty : " " + Nearest.Hint(path[depth], names);
        return CommandException.BadInput($"'{string.Join('.', path)}' in {source} is no setting.{hint}");
    }

    private static string Names(PropertyInfo[] properties) => string.Join(", ", properties.Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)));

    private static bool IsSection(Type type) => type.Namespace == typeof(GauntletSettings).Namespace;

    private static string Kind(Type type) => type == typeof(bool) ? "true or false" : "a whole number";

    private static string Wanted(ValidationAttribute rule) => rule switch
    {
        RangeAttribute { Maximum: double } range => $"a whole number of at least {range.Minimum}",
        RangeAttribute range => $"a whole number from {range.Minimum} to {range.Maximum}",
        AllowedValuesAttribute allowed => $"one of: {string.Join(", ", allowed.Values.Where(value => value is not null))}",
        _ => "'skip' or a factor of at least 1",
    };
}
