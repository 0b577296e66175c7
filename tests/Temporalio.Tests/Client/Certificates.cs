using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Temporalio.Tests.Client;

/// <summary>An authority of a test's own, and certificates of it.</summary>
internal sealed class Certificates : IDisposable
{
    private static readonly DateTimeOffset From = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), Until = new(2120, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly X509Certificate2 _authority;

    public Certificates()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Test authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        _authority = request.CreateSelfSigned(From, Until);
    }

    /// <summary>The authority's certificate as PEM.</summary>
    public byte[] Authority => Encoding.UTF8.GetBytes(_authority.ExportCertificatePem());

    /// <summary>A certificate with its key, for a name or, without one, for 127.0.0.1.</summary>
    public X509Certificate2 Issue(string subject, string? dnsName = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={subject}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        if (dnsName is null) names.AddIpAddress(IPAddress.Loopback);
        else names.AddDnsName(dnsName);
        request.CertificateExtensions.Add(names.Build());
        using var issued = request.Create(_authority, From, Until, Guid.NewGuid().ToByteArray());
        using var whole = issued.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pfx), null);
    }

    /// <summary>A certificate and its key as PEM.</summary>
    public static (byte[] Certificate, byte[] Key) Pem(X509Certificate2 certificate)
    {
        using var key = certificate.GetECDsaPrivateKey()!;
        using var exportable = ECDsa.Create();
        exportable.ImportEncryptedPkcs8PrivateKey("x", key.ExportEncryptedPkcs8PrivateKey("x", new(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA256, 1)), out _);
        return (Encoding.UTF8.GetBytes(certificate.ExportCertificatePem()), Encoding.UTF8.GetBytes(exportable.ExportPkcs8PrivateKeyPem()));
    }

    public void Dispose() => _authority.Dispose();
}
