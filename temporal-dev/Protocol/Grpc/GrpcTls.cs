namespace Gauntlet.Temporal.Grpc;

/// <summary>How a channel encrypts; certificates and keys are PEM.</summary>
public sealed record GrpcTls
{
    /// <summary>Certificates of the authorities to trust. Default null: those of the system.</summary>
    public byte[]? ServerRootCertificates { get; init; }

    /// <summary>Certificate to show to the server. Default null: none; needs <see cref="ClientPrivateKey"/> beside it.</summary>
    public byte[]? ClientCertificate { get; init; }

    /// <summary>Private key of <see cref="ClientCertificate"/>. Default null.</summary>
    public byte[]? ClientPrivateKey { get; init; }

    /// <summary>Name that the server's certificate must carry, and that calls name as their authority. Default null: the host of the target.</summary>
    public string? Domain { get; init; }
}
