using System.Text.Json;
using System.Text.Json.Nodes;
using Gauntlet.Host.CommandLine;

namespace Gauntlet.Host.Settings;

/// <summary>Reads the settings of a call: the file, then the environment over it.</summary>
internal static class SettingsFile
{
    private const string DefaultName = "gauntlet.json";
    private const string Prefix = "GAUNTLET__";

    /// <summary>Settings of a call.</summary>
    /// <param name="surroundings">Folder and environment of the call.</param>
    /// <param name="configFile">File that the caller names; it must exist. Null: <c>gauntlet.json</c> beside the call, if there is one.</param>
    /// <exception cref="CommandException">The file is missing or no JSON object; a key is unknown; a value is of the wrong kind or out of range.</exception>
    public static GauntletSettings Read(Surroundings surroundings, string? configFile)
    {
        var binder = new SettingsBinder();
        var path = Path.GetFullPath(configFile ?? DefaultName, surroundings.Directory);
        if (File.Exists(path)) Bind(binder, Load(path), path, []);
        else if (configFile is not null) throw CommandException.BadInput($"--config names '{configFile}', which does not exist. Create it or leave --config out.");

        foreach (var (name, value) in surroundings.Environment.Where(pair => pair.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)).OrderBy(pair => pair.Key, StringComparer.Ordinal))
            binder.Set(name[Prefix.Length..].Split("__"), value, $"the environment variable {name}");

        return binder.Settings;
    }

    private static JsonObject Load(string path)
    {
        try
        {
            var node = JsonNode.Parse(File.ReadAllText(path), documentOptions: new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return node as JsonObject ?? throw CommandException.BadInput($"{path} holds no JSON object. Begin it with '{{'.");
        }
        catch (JsonException error)
        {
            throw CommandException.BadInput($"{path}, line {error.LineNumber + 1}: this is no JSON. Mend it or leave the file out.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw CommandException.BadInput($"{path} cannot be read: {error.Message}", error);
        }
    }

    private static void Bind(SettingsBinder binder, JsonObject node, string file, IReadOnlyList<string> path)
    {
        foreach (var (key, value) in node)
        {
            List<string> here = [.. path, key];
            if (value is JsonObject section)
            {
                // An empty section binds nothing, but its name must be one all the same.
                binder.RequireSection(here, file);
                Bind(binder, section, file, here);
            }
            else if (value is JsonValue leaf) binder.Set(here, leaf.ToString(), file);
            else if (value is JsonArray) throw CommandException.BadInput($"'{string.Join('.', here)}' in {file} is a list. Give a single value.");
            else binder.Require(here, file);
        }
    }
}
