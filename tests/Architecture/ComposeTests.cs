using YamlDotNet.RepresentationModel;

namespace Gauntlet.Architecture.Tests;

/// <summary>docker-compose.yml and the Dockerfile, checked as text: no engine is needed.</summary>
public class ComposeTests
{
    private static readonly string[] Expected =
        ["gauntlet-postgres", "temporal", "temporal-namespace", "temporal-postgres", "temporal-schema", "temporal-ui", "worker"];

    private static readonly string[] OneShot = ["temporal-namespace", "temporal-schema"];

    [Fact]
    public void Services_AreTheProductionParts() => Services().Keys.Order(StringComparer.Ordinal).ShouldBe(Expected);

    [Fact]
    public void Images_ArePinnedToAVersion()
    {
        foreach (var (name, service) in Services())
        {
            var image = Text(service, "image");
            image.ShouldContain(':', customMessage: name);
            image.Split(':')[^1].ShouldMatch(@"^\d+\.\d+", customMessage: name);
        }
    }

    [Fact]
    public void Services_ThatStay_HaveHealthChecksAndRestart()
    {
        foreach (var (name, service) in Services().Where(pair => !OneShot.Contains(pair.Key, StringComparer.Ordinal)))
        {
            service.Children.ContainsKey("healthcheck").ShouldBeTrue(name);
            Text(service, "restart").ShouldBe("unless-stopped", name);
        }
    }

    [Fact]
    public void Secrets_ComeFromTheEnvironmentAndAreRequired()
    {
        foreach (var (name, service) in Services())
        {
            if (!service.Children.TryGetValue("environment", out var environment)) continue;
            foreach (var (key, value) in ((YamlMappingNode)environment).Children)
            {
                var variable = ((YamlScalarNode)key).Value!;
                if (!variable.Contains("PASSWORD", StringComparison.Ordinal) && !variable.EndsWith("_PWD", StringComparison.Ordinal) && variable != "GAUNTLET_DATABASE") continue;
                ((YamlScalarNode)value).Value!.ShouldMatch(@"\$\{[A-Z_]+:\?", customMessage: $"{name} {variable}");
            }
        }
    }

    [Fact]
    public void Ports_AreBoundToLoopback()
    {
        foreach (var (name, service) in Services().Where(pair => pair.Value.Children.ContainsKey("ports")))
        {
            foreach (var port in ((YamlSequenceNode)service.Children["ports"]).Children) ((YamlScalarNode)port).Value!.ShouldStartWith("127.0.0.1:", customMessage: name);
        }
    }

    [Fact]
    public void Databases_KeepTheirDataInVolumes()
    {
        var declared = ((YamlMappingNode)Document().Children["volumes"]).Children.Keys.Select(key => ((YamlScalarNode)key).Value);

        declared.ShouldBe(["temporal-postgres", "gauntlet-postgres", "gauntlet-home"]);
        foreach (var name in new[] { "temporal-postgres", "gauntlet-postgres" })
            ((YamlScalarNode)((YamlSequenceNode)Services()[name].Children["volumes"]).Children.Single()).Value.ShouldBe($"{name}:/var/lib/postgresql/data");
    }

    [Fact]
    public void Worker_IsBuiltAgainstTheOfficialSdk()
    {
        var build = (YamlMappingNode)Services()["worker"].Children["build"];
        var dockerfile = File.ReadAllText(Path.Combine(Repository.Root, Text(build, "dockerfile")));

        dockerfile.ShouldContain("-p:TemporalSdk=official");
        dockerfile.Split('\n').Where(line => line.StartsWith("FROM", StringComparison.Ordinal)).ShouldAllBe(line => System.Text.RegularExpressions.Regex.IsMatch(line, @":\d+\.\d+\.\d+"));
        dockerfile.ShouldContain("USER app");
    }

    private static YamlMappingNode Document()
    {
        var yaml = new YamlStream();
        using var reader = File.OpenText(Path.Combine(Repository.Root, "docker-compose.yml"));
        yaml.Load(reader);
        return (YamlMappingNode)yaml.Documents.Single().RootNode;
    }

    private static Dictionary<string, YamlMappingNode> Services() =>
        ((YamlMappingNode)Document().Children["services"]).Children.ToDictionary(pair => ((YamlScalarNode)pair.Key).Value!, pair => (YamlMappingNode)pair.Value, StringComparer.Ordinal);

    private static string Text(YamlMappingNode node, string key) => ((YamlScalarNode)node.Children[key]).Value!;
}
