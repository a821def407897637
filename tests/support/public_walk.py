"""Every public address that is walked for what must not be seen: by the name of its route."""

WALK = {
    "home": ["/"],
    "search": ["/search?q=quokkas", "/search", "/search?q=7000666", "/search?sort=oldest"],
    "make-request": ["/make-a-request"],
    "removals": ["/removals"],
    "accessibility": ["/accessibility"],
    "log": ["/log"],
    "month": ["/log/2026-01"],
    "entry": ["/log/7000666", "/log/7000777", "/log/7000001", "/log/7000002"],
    "question": ["/log/7000666/1", "/log/7000777/1"],
    "search-file": [f"/search.{form}?q=quokkas" for form in ("csv", "json", "atom")],
    "log-file": [f"/log.{form}" for form in ("csv", "json", "atom")],
    "month-file": [f"/log/2026-01.{form}" for form in ("html", "csv", "json", "atom", "md", "pdf")],
    "entry-file": [
        f"/log/{key}.{form}"
        for key in ("7000666", "7000777")
        for form in ("html", "csv", "json", "md", "pdf")
    ],
    "table-file": ["/log/7000666/table-1.csv", "/log/7000777/table-1.csv"],
    "entry-attachment": ["/log/7000666/files/a.csv", "/log/7000777/files/a.csv"],
    "sitemap": ["/sitemap.xml"],
    "sitemap-part": ["/sitemap-1.xml"],
    "robots": ["/robots.txt"],
    "opensearch": ["/opensearch.xml"],
    "open-registers": ["/registers"],
    "open-register": ["/registers/recommendations"],
    "open-register-file": ["/registers/recommendations.csv", "/registers/recommendations.json"],
    "performance": ["/performance/"],
    "satisfaction": ["/satisfaction/"],
    "satisfaction-file": ["/satisfaction.csv", "/satisfaction.json"],
    "performance-period": ["/performance/2025-10-01-to-2025-10-31/"],
    "performance-as-at": ["/performance/2025-10-01-to-2025-10-31/2025-11-30/"],
    "performance-file": ["/performance/2025-10-01-to-2025-10-31/2025-11-30.csv"],
    "open-standards": ["/service-standards/"],
    "open-standard": ["/service-standards/leave/"],
    "open-standard-file": ["/service-standards/leave.csv", "/service-standards/leave.json"],
    "open-assessment": ["/service-standards/assessment/"],
    "open-assessment-file": [
        "/service-standards/assessment.csv",
        "/service-standards/assessment.json",
    ],
}
