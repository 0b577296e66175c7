namespace Temporalio.Client;

/// <summary>How the connection is encrypted. Certificates and keys are PEM.</summary>
public class TlsOptions : ICloneable
{
    /// <summary>Certificates of the authorities to trust. Default null: the system's.</summary>
    public byte[]? ServerRootCACert { get; set; }

    /// <summary>Name that the server's certificate must carry. Default null: the target's host.</summary>
    public string? Domain { get; set; }

    /// <summary>Certificate to show to the server, with <see cref="ClientPrivateKey"/>. Default null: none.</summary>
    public byte[]? ClientCert { get; set; }

    /// <summary>Key of <see cref="ClientCert"/>. Default null: none.</summary>
    public byte[]? ClientPrivateKey { get; set; }

    /// <summary>Whether encryption is off, even with an API key. Default false.</summary>
    public bool Disabled { get; set; }

    /// <summary>Makes a copy.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
