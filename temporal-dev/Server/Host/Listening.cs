using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Gauntlet.Temporal.Server.Host;

/// <summary>A place to listen at.</summary>
/// <param name="Endpoint">Address and port; port 0 for a free one.</param>
/// <param name="Certificate">For TLS; null for plain text.</param>
internal sealed record Listening(IPEndPoint Endpoint, X509Certificate2? Certificate);
