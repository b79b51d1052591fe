// Other organisations: the consortium that runs the catalogue, companies, a university, the police.
#pragma once

#include "patron.h"

#include <string>
#include <utility>

namespace ils {

/// The consortium's systems.
class Consortium {
public:
  [[clang::annotate("circumspect:guard=contract")]] bool isUnderContract() const;

  [[clang::annotate("circumspect:sink=agent.consortium,action=store,"
                    "purpose=operation.registration,channel=database")]]
  void storeUser(const std::string& column, const std::string& value);

  [[clang::annotate("circumspect:sink=agent.consortium,action=disclose,"
                    "purpose=operation.circulation,channel=network.encrypted")]]
  void callUser(const std::string& name, const std::string& phone);

  /// The statistics warehouse that all members of the consortium feed.
  [[clang::annotate("circumspect:sink=agent.consortium,action=store,purpose=statistics,"
                    "channel=database")]]
  void feedWarehouse(const std::string& row);
};

/// A university that studies what people read.
class ReadingStudy {
public:
  [[clang::annotate("circumspect:guard=contract")]] bool hasConfidentialityAgreement() const;

  void submit([[clang::annotate(
      "circumspect:sink=third-party.other,action=disclose,"
      "purpose=statistics,channel=network.encrypted")]] const std::string& record);
};

/// A company that trades in addresses.
class ListBroker {
public:
  void sell([[clang::annotate("circumspect:sink=third-party.other,action=sell,purpose=outreach,"
                              "channel=file")]] const std::string& list);
};

/// A question from the police, and the answer.
class Inquiry {
public:
  explicit Inquiry(std::string card) : card_(std::move(card)) {}

  [[clang::annotate("circumspect:guard=court-order")]] bool hasCourtOrder() const;
  bool isUrgent() const { return isUrgent_; }
  const std::string& card() const { return card_; }

  void answer([[clang::annotate("circumspect:sink=law-enforcement,action=disclose,"
                                "purpose=enforcement,channel=post")]] const std::string& text);

private:
  std::string card_;
  bool isUrgent_ = false;
};

} // namespace ils
