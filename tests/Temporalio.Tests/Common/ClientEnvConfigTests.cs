using Temporalio.Common.EnvConfig;

namespace Temporalio.Tests.Common;

public sealed class ClientEnvConfigTests
{
    private const string Toml = """"
        # Profiles for the tests.
        [profile.default]
        address = "default-address"
        namespace = 'default-namespace'

        [profile.custom]
        address = "custom-address" # a comment
        api_key = "secret"
        [profile.custom.tls]
        server_name = "custom-server"
        client_cert_data = """
        line one
        line two"""

        [profile."custom".grpc_meta]
        Custom_Header = "custom-value"

        [profile.off]
        tls = { disabled = true }
        api_key = "key"
        """";

    [Fact]
    public void LoadProfile_DefaultOfFile_IsTaken()
    {
        var options = Load();
        options.TargetHost.ShouldBe("default-address");
        options.Namespace.ShouldBe("default-namespace");
        options.Tls.ShouldBeNull();
    }

    [Fact]
    public void LoadProfile_NamedWithTlsAndHeaders_IsTaken()
    {
        var options = Load("custom");
        options.TargetHost.ShouldBe("custom-address");
        options.Namespace.ShouldBe("default");
        options.ApiKey.ShouldBe("secret");
        options.Tls!.Domain.ShouldBe("custom-server");
        System.Text.Encoding.UTF8.GetString(options.Tls.ClientCert!).ShouldBe("line one\nline two");
        options.RpcMetadata.ShouldBe([new("custom-header", "custom-value")]);
    }

    [Fact]
    public void LoadProfile_TlsDisabled_WinsOverApiKey() => Load("off").Tls!.Disabled.ShouldBeTrue();

    [Fact]
    public void LoadProfile_Variables_OverrideFile()
    {
        var options = Load(null, new()
        {
            ["TEMPORAL_ADDRESS"] = "env-address",
            ["TEMPORAL_NAMESPACE"] = "env-namespace",
            ["TEMPORAL_API_KEY"] = "env-key",
            ["TEMPORAL_TLS_SERVER_NAME"] = "env-server",
            ["TEMPORAL_GRPC_META_SOME_KEY"] = "env-meta",
        });
        options.TargetHost.ShouldBe("env-address");
        options.Namespace.ShouldBe("env-namespace");
        options.ApiKey.ShouldBe("env-key");
        options.Tls!.Domain.ShouldBe("env-server");
        options.RpcMetadata.ShouldBe([new("some-key", "env-meta")]);
    }

    [Fact]
    public void LoadProfile_ApiKeyWithoutTls_SwitchesTlsOn() =>
        Load(null, new() { ["TEMPORAL_API_KEY"] = "k" }).Tls.ShouldNotBeNull().Disabled.ShouldBeFalse();

    [Fact]
    public void LoadProfile_NothingConfigured_HasNoTarget() => ClientEnvConfig.LoadClientConnectOptions(new()
    {
        DisableFile = true,
        OverrideEnvVars = new Dictionary<string, string>(),
    }).TargetHost.ShouldBeNull();

    [Fact]
    public void LoadProfile_MissingName_SaysSo() =>
        Should.Throw<InvalidOperationException>(() => Load("nobody")).Message.ShouldBe("Profile 'nobody' not found");

    [Fact]
    public void LoadProfile_FileAndEnvironmentDisabled_IsRefused() =>
        Should.Throw<InvalidOperationException>(() => ClientEnvConfig.Profile.Load(new() { DisableFile = true, DisableEnv = true }))
            .Message.ShouldContain("Cannot disable both");

    [Fact]
    public void LoadProfile_PathAndDataOfOneCertificate_IsRefused() =>
        Should.Throw<InvalidOperationException>(() => Load("custom", new() { ["TEMPORAL_TLS_CLIENT_CERT_PATH"] = "/x" }))
            .Message.ShouldContain("Cannot specify both");

    [Theory]
    [InlineData("[profile.default]\nunknown = 1", "unrecognized key unknown")]
    [InlineData("[other]", "unrecognized key other")]
    public void LoadProfile_UnknownKeyWhenStrict_IsRefused(string toml, string message)
    {
        var options = new ClientEnvConfig.ProfileLoadOptions { ConfigSource = DataSource.FromUTF8String(toml), DisableEnv = true };
        ClientEnvConfig.Profile.Load(options).ShouldBe(new());
        options.ConfigFileStrict = true;
        Should.Throw<InvalidOperationException>(() => ClientEnvConfig.Profile.Load(options)).Message.ShouldContain(message);
    }

    [Theory]
    [InlineData("[profile.default")]
    [InlineData("[profile.default]\naddress = \"open")]
    [InlineData("[profile.default]\naddress")]
    [InlineData("[profile.default]\naddress = what")]
    [InlineData("[profile.default]\naddress = 'a' namespace = 'b'")]
    [InlineData("[profile.default]\naddress = 'a'\naddress = 'b'")]
    public void LoadProfile_BrokenToml_NamesIt(string toml) =>
        Should.Throw<InvalidOperationException>(() => ClientEnvConfig.Load(new()
        {
            ConfigSource = DataSource.FromUTF8String(toml),
        })).Message.ShouldContain("TOML");

    [Fact]
    public void Load_AllProfiles_SurviveDictionary()
    {
        var config = ClientEnvConfig.Load(new() { ConfigSource = DataSource.FromUTF8String(Toml) });
        config.Profiles.Keys.ShouldBe(["custom", "default", "off"]);
        var again = ClientEnvConfig.FromDictionary(config.ToDictionary());
        again.Profiles["custom"].Tls!.ServerName.ShouldBe("custom-server");
        again.Profiles["custom"].Tls!.ClientCert!.GetBytes().ShouldBe(config.Profiles["custom"].Tls!.ClientCert!.GetBytes());
        again.Profiles["off"].Tls!.Disabled.ShouldBe(true);
    }

    private static Temporalio.Client.TemporalClientConnectOptions Load(
        string? profile = null, Dictionary<string, string>? environment = null) => ClientEnvConfig.LoadClientConnectOptions(new()
        {
            Profile = profile,
            ConfigSource = DataSource.FromUTF8String(Toml),
            OverrideEnvVars = environment ?? [],
        });
}
